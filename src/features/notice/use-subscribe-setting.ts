import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isSinglePage } from '../../platform/single-page.ts';
import { readSubscribeSetting } from '../../platform/subscribe.ts';

const SETTING_KEY = ['subscribe-setting'] as const;

/** What the reader has decided for good in WeChat; read anew when the program is shown, as settings may have been changed. */
export function useSubscribeSetting() {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: SETTING_KEY,
    queryFn: readSubscribeSetting,
    staleTime: 0,
    enabled: !isSinglePage(),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: SETTING_KEY });
  return { setting: data, refresh };
}
