import { removeUserFile } from '../../platform/user-file.ts';

/** The file with the reader's data, as it is called on the phone and in the chat that it is sent to. */
export const OWN_FILE = '我的数据-江门市妇女网.txt';

/** Removes it. False when it is still there. */
export const removeOwnFile = (): Promise<boolean> => removeUserFile(OWN_FILE);
