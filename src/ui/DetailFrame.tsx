import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { PageFrame } from './PageFrame.tsx';
import { Skeleton } from './Skeleton.tsx';
import './PagedList.css';

interface DetailFrameProps {
  status: 'pending' | 'failed' | 'ready';
  failure?: { title: string; advice: string; canRetry: boolean; reference?: string } | undefined;
  /** Why what stands here is not the newest. */
  refreshFailure?: string | undefined;
  retry: () => void;
  goHome: () => void;
  children: ReactNode;
}

/** A page about one thing: while it loads, when it failed, and when it is there. */
export function DetailFrame(props: DetailFrameProps) {
  const { status, failure } = props;
  if (status === 'failed' && failure) {
    const { canRetry, ...words } = failure;
    const action = canRetry
      ? { actionLabel: '重试', onAction: props.retry }
      : { actionLabel: '返回首页', onAction: props.goHome };
    return (
      <PageFrame>
        <ErrorState {...words} {...action} />
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      {status === 'pending' && <Skeleton shape="text" />}
      {props.refreshFailure && (
        <Text className="list-notice" ariaRole="alert">
          {props.refreshFailure}
        </Text>
      )}
      {props.children}
    </PageFrame>
  );
}
