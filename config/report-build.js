/** What is wrong and where, without the compiler's own stack. */
function toMessage({ moduleName = '', message }) {
  const lines = message.split('\n').filter((line) => !/^\s+at /.test(line));
  return `${moduleName}\n${lines.join('\n')}`.trim();
}

/** Tells the process that watches over this build how each round of it ended: `npm run dev` shows that in the page. */
export class ReportBuild {
  apply(compiler) {
    const report = (news) => process.send?.(news);
    compiler.hooks.watchRun.tap('ReportBuild', () => report({ kind: 'building' }));
    compiler.hooks.failed.tap('ReportBuild', (error) =>
      report({ kind: 'failed', message: error.message }),
    );
    compiler.hooks.done.tap('ReportBuild', (stats) => {
      const [first] = stats.toJson({ all: false, errors: true }).errors ?? [];
      if (!first) report({ kind: 'built' });
      else report({ kind: 'failed', message: toMessage(first) });
    });
  }
}
