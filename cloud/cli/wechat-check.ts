import { createWechatApi } from '../wechat/create-wechat-api.ts';
import { checkWechat } from './check-wechat.ts';
import { say } from './say.ts';
import { wechatCheckWords } from './wechat-check-words.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';

async function main(given: readonly string[]): Promise<ExitCode> {
  if (given.length === 1 && given[0] === '--help') {
    say(wechatCheckWords.usage);
    return EXIT.ok;
  }
  if (given.length > 0) {
    complain(wechatCheckWords.usage);
    return EXIT.usage;
  }
  const { lines, exitCode } = await checkWechat(process.env, createWechatApi);
  for (const line of lines) say(line);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
