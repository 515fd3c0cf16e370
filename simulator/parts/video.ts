import type { Part } from './part.ts';
import { partHost } from './part-host.ts';

/** A film in a player of the phone's own; it is told when it would begin by itself. */
export const video: Part = {
  name: 'video',
  hasContent: false,
  properties: {
    ...{
      src: '',
      poster: '',
      title: '',
      duration: '',
      initialTime: 0,
      direction: '',
      posterSize: '',
    },
    ...{ controls: true, autoplay: false, loop: false, muted: false, danmuList: [] },
    ...{ danmuBtn: false, enableDanmu: false, pageGesture: false, showProgress: true },
    ...{ showFullscreenBtn: true, showPlayBtn: true, showCenterPlayBtn: true },
    ...{ enableProgressGesture: true, objectFit: 'contain', showMuteBtn: false },
    ...{ playBtnPosition: 'bottom', enablePlayGesture: false, autoPauseIfNavigate: true },
    ...{ autoPauseIfOpenNative: true, vslideGesture: false, vslideGestureInFullscreen: true },
    ...{ showBottomProgress: true, adUnitId: '', posterForCrawler: '', showCastingButton: false },
    ...{ pictureInPictureMode: '', pictureInPictureShowProgress: false, referrerPolicy: '' },
    ...{ enableAutoRotation: false, showScreenLockButton: false, showSnapshotButton: false },
    ...{ showBackgroundPlaybackButton: false, backgroundPoster: '', isDrm: false, isLive: false },
    ...{ provisionUrl: '', certificateUrl: '', licenseUrl: '', preferredPeakBitRate: 0 },
    ...{ nativeProps: {}, pictureInPictureInit: '' },
  },
  values: { objectFit: ['contain', 'fill', 'cover'], playBtnPosition: ['bottom', 'center'] },
  created(part) {
    const film = document.createElement('video');
    film.controls = true;
    film.preload = 'none';
    part.dom.append(film);
    part.state.film = film;
    for (const event of ['play', 'pause', 'ended', 'error', 'waiting']) {
      film.addEventListener(event, (told) => {
        told.stopPropagation();
        part.trigger(event, {});
      });
    }
  },
  changed(part, name, value) {
    const film = part.state.film as HTMLVideoElement;
    const address = () => partHost().resolveUrl(String(value));
    if (name === 'src' && value) film.src = address();
    else if (name === 'poster' && value) film.poster = address();
    else if (name === 'controls') film.controls = value !== false;
    else if (name === 'loop') film.loop = value === true;
    else if (name === 'muted') film.muted = value === true;
    else if (name === 'objectFit') film.style.objectFit = String(value);
  },
};
