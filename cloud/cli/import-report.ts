import { reportFile } from '../importer/report/report-file.ts';
import { type PageReport, toFailedReport } from '../importer/report/report-page.ts';
import { type Input, listInputs } from '../importer/sources/list-inputs.ts';
import { type ReportTotals, reportWords } from './import-report-words.ts';
import { say } from './say.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';

const sum = (reports: readonly PageReport[], count: (report: PageReport) => number) =>
  reports.reduce((total, report) => total + count(report), 0);

function toTotals(reports: readonly PageReport[]): ReportTotals {
  const compared = reports.filter(({ text }) => text !== undefined);
  return {
    pages: reports.length,
    compared: compared.length,
    right: compared.filter(({ isRight }) => isRight).length,
    equalTexts: compared.filter(({ text }) => text?.isEqual).length,
    expectedCharacters: sum(compared, ({ text }) => text?.expected ?? 0),
    keptCharacters: sum(compared, ({ text }) => text?.kept ?? 0),
    addedCharacters: sum(compared, ({ text }) => text?.added ?? 0),
    images: sum(reports, ({ images }) => images.found.length),
    attachments: sum(reports, ({ attachments }) => attachments.found.length),
    media: sum(reports, ({ media }) => media.found.length),
    warnings: sum(reports, ({ warnings }) => warnings.length),
  };
}

async function reportInput(input: Input): Promise<PageReport | undefined> {
  switch (input.kind) {
    case 'file':
      return reportFile(input);
    case 'url':
      return toFailedReport(input.name, reportWords.noNetwork(input.address));
    case 'failed':
      return toFailedReport(input.name, input.reason);
    default:
      return undefined;
  }
}

async function run(names: readonly string[], asJson: boolean): Promise<ExitCode> {
  const reports: PageReport[] = [];
  for (const input of await listInputs(names)) {
    const report = await reportInput(input);
    if (report === undefined) continue;
    reports.push(report);
    if (!asJson) for (const line of reportWords.page(report)) say(line);
  }
  if (reports.length === 0) {
    complain(reportWords.nothing);
    return EXIT.failed;
  }
  const totals = toTotals(reports);
  if (asJson) say(JSON.stringify({ pages: reports, totals }, null, 2));
  else for (const line of reportWords.totals(totals)) say(line);
  return reports.every(({ isRight }) => isRight) ? EXIT.ok : EXIT.failed;
}

async function main(): Promise<ExitCode> {
  const words = process.argv.slice(2);
  const flags = words.filter((word) => word.startsWith('-'));
  const names = words.filter((word) => !word.startsWith('-'));
  if (flags.some((flag) => flag === '--help' || flag === '-h')) {
    say(reportWords.usage);
    return EXIT.ok;
  }
  const unknown = flags.find((flag) => flag !== '--json');
  if (unknown !== undefined || names.length === 0) {
    complain(
      `${unknown === undefined ? reportWords.noNames : reportWords.unknownFlag(unknown)}\n\n${reportWords.usage}`,
    );
    return EXIT.usage;
  }
  return run(names, flags.includes('--json'));
}

process.exitCode = await main();
