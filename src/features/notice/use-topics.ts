import { useQuery } from '@tanstack/react-query';
import { isTopicList } from '../../../types/generated/contract-checks.js';
import type { Topic } from '../../../types/topic.ts';
import { getFromEndpoint } from '../../platform/endpoint.ts';
import { unwrapAnswer } from '../../platform/failure.ts';

const NO_TOPICS: readonly Topic[] = [];

/** What a reader can ask to be told of; none where the endpoint sends no notices, or where they could not be fetched. */
export function useTopics() {
  const query = useQuery({
    queryKey: ['topics'],
    queryFn: async ({ signal }) =>
      unwrapAnswer(await getFromEndpoint('/v1/topics', isTopicList, signal)),
  });
  return {
    topics: query.data?.topics ?? NO_TOPICS,
    isPending: query.isPending,
    isFailed: query.isError && query.data === undefined,
    refresh: query.refetch,
  };
}
