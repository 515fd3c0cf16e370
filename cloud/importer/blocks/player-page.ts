/** A film on another site, as one opens it in a browser. */
export interface PlayerPage {
  url: string;
  /** Name of the site, as a reader knows it; empty for a site that we do not. */
  site: string;
}

interface Player {
  site: string;
  /** The frame's address; its first group is the film's id. */
  frame: RegExp;
  /** The page of a film. Absent: the frame's own address is a page. */
  toPage?: (id: string) => string;
}

/** The players that government sites and 公众号 articles embed. */
const PLAYERS: readonly Player[] = [
  {
    site: '腾讯视频',
    frame: /^https?:\/\/v\.qq\.com\/.*[?&]vid=(\w+)/,
    toPage: (id) => `https://v.qq.com/x/page/${id}.html`,
  },
  {
    site: '腾讯视频',
    frame: /^https?:\/\/(?:imgcache|static)\.(?:video\.)?qq\.com\/.*[?&]vid=(\w+)/,
    toPage: (id) => `https://v.qq.com/x/page/${id}.html`,
  },
  {
    site: '哔哩哔哩',
    frame: /^https?:\/\/player\.bilibili\.com\/.*[?&]bvid=(BV\w+)/,
    toPage: (id) => `https://www.bilibili.com/video/${id}`,
  },
  {
    site: '哔哩哔哩',
    frame: /^https?:\/\/player\.bilibili\.com\/.*[?&]aid=(\d+)/,
    toPage: (id) => `https://www.bilibili.com/video/av${id}`,
  },
  {
    site: '优酷',
    frame: /^https?:\/\/player\.youku\.com\/(?:embed\/|player\.php\/sid\/)([\w=]+)/,
    toPage: (id) => `https://v.youku.com/v_show/id_${id}.html`,
  },
  { site: '微信公众号', frame: /^https?:\/\/mp\.weixin\.qq\.com\/mp\/(readtemplate|video)/ },
  { site: '央视网', frame: /^https?:\/\/[\w.]*\.?cctv\.com\/(\S*)/ },
];

/** Any other player gives itself away by its address. */
const PLAYER = /^https?:\/\/[^?#]*(player|\/embed\/|\/video|vod)|[?&](vid|videoid|video_id)=/i;

/** The page of the film that a frame plays; undefined for a frame that is no player (a map, a form, an advertisement). */
export function toPlayerPage(frame: string): PlayerPage | undefined {
  for (const { site, frame: pattern, toPage } of PLAYERS) {
    const id = pattern.exec(frame)?.[1];
    if (id !== undefined) return { site, url: toPage === undefined ? frame : toPage(id) };
  }
  return PLAYER.test(frame) ? { site: '', url: frame } : undefined;
}
