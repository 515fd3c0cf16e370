/** One subscribe message that arrived at the phone, as WeChat lists it under 服务通知. */
export type Message = {
  /** Another one for each message. */
  id: string;
  /** When it arrived, in epoch milliseconds. */
  at: number;
  title: string;
  /** The fields of its template, in their order. */
  lines: { name: string; text: string }[];
  /** The page that it opens, with its query and without leading slash; empty when it opens nothing. */
  page: string;
};

/** Where messages for one phone come from; the simulator itself knows no server of WeChat. */
export type MessageSource = {
  /** All that have arrived. */
  list(): Message[];
  /** Calls back after each that arrives; gives the function that ends listening. */
  onMessage(listener: () => void): () => void;
};

/** The way in by a message that is tapped (framework/app-service/scene.html). */
export const MESSAGE_SCENE = 1014;
