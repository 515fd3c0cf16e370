import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

export type RecordingState = 'still' | 'playing' | 'paused' | 'failed';

export interface Recording {
  state: RecordingState;
  /** Whole seconds. */
  at: number;
  /** Whole seconds; 0 until WeChat knows. */
  length: number;
  /** Plays or pauses; must run inside a tap. */
  toggle: () => void;
}

/** Ends the recording that plays: there is one at a time in the whole program. */
let endCurrent: (() => void) | undefined;

/** A recording as a part of a page plays it; it ends when the page is left or hidden. Never plays by itself. */
export function useRecording(url: string): Recording {
  const [state, setState] = useState<RecordingState>('still');
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const player = useRef<Taro.InnerAudioContext | undefined>(undefined);

  const end = useRef((last: RecordingState = 'still') => {
    if (player.current === undefined) return;
    player.current.destroy();
    player.current = undefined;
    endCurrent = undefined;
    setState(last);
    setAt(0);
  }).current;

  const begin = () => {
    endCurrent?.();
    const audio = Taro.createInnerAudioContext();
    player.current = audio;
    endCurrent = end;
    audio.onTimeUpdate(() => {
      setAt(Math.floor(audio.currentTime));
      setLength(Math.round(audio.duration) || 0);
    });
    audio.onEnded(() => end());
    audio.onError(() => end('failed'));
    audio.src = url;
    audio.play();
    setState('playing');
  };

  const toggle = () => {
    if (player.current === undefined) {
      begin();
    } else if (state === 'playing') {
      player.current.pause();
      setState('paused');
    } else {
      player.current.play();
      setState('playing');
    }
  };

  useDidHide(() => end());
  useEffect(() => () => end(), [end]);
  return { state, at, length, toggle };
}
