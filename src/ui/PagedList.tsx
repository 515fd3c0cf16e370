import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { Skeleton, type SkeletonShape } from './Skeleton.tsx';
import './PagedList.css';

export interface PagedListProps<Item> {
  status: 'pending' | 'failed' | 'ready';
  /** Why nothing can be shown, when `failed`. */
  failure?: { title: string; advice: string; reference?: string } | undefined;
  /** Why what stands here is not the newest. */
  refreshFailure?: string | undefined;
  pages: readonly (readonly Item[])[];
  more: 'idle' | 'loading' | 'failed' | 'end';
  retry: () => void;
  loadMore: () => void;
  /** The shape of what is on its way; cards with pictures when not told. */
  skeleton?: SkeletonShape;
  empty: { title: string; advice: string };
  renderPage: (items: readonly Item[], pageIndex: number) => ReactNode;
}

const FOOTER_WORDS = {
  idle: '上滑加载更多',
  loading: '正在加载…',
  failed: '加载失败，点这里重试',
  end: '没有更多了',
} as const;

function Footer({ more, loadMore }: Pick<PagedListProps<never>, 'more' | 'loadMore'>) {
  const canTap = more === 'failed' || more === 'idle';
  return (
    <View
      className={more === 'failed' ? 'list-footer list-footer-failed' : 'list-footer'}
      ariaRole={canTap ? 'button' : 'text'}
      ariaLive="polite"
      onClick={() => canTap && loadMore()}
    >
      {FOOTER_WORDS[more]}
    </View>
  );
}

/** What a list is made of, in whichever state it is. */
function Content<Item>(props: PagedListProps<Item>) {
  const { status, failure, refreshFailure, pages } = props;
  if (status === 'pending') return <Skeleton shape={props.skeleton ?? 'cards'} />;
  if (status === 'failed' && failure) {
    return <ErrorState {...failure} actionLabel="重试" onAction={props.retry} />;
  }
  if (!pages.some((items) => items.length > 0)) return <EmptyState {...props.empty} />;
  return (
    <>
      {refreshFailure && (
        <Text className="list-notice" ariaRole="alert">
          {refreshFailure}
        </Text>
      )}
      {/* On their own, so that a further page is sent alone: Taro sends all children again where one goes in between. */}
      <View>{pages.map((items, index) => props.renderPage(items, index))}</View>
      <Footer more={props.more} loadMore={props.loadMore} />
    </>
  );
}

/**
 * A list that is fetched page by page: while it loads, when it failed, when it is empty, and its end. One section a page, so that
 * a further page is one further child, and no node has more than 60 of them. The frame around it stays, so that a change of state
 * sends the list alone to the screen.
 */
export function PagedList<Item>(props: PagedListProps<Item>) {
  return (
    <View>
      <Content {...props} />
    </View>
  );
}
