import type { PageReader } from '../../cloud/importer/isolation/page-reader.ts';
import { readListPage } from '../../cloud/importer/lists/read-list-page.ts';
import { readPage } from '../../cloud/importer/read-page.ts';

/** Reads in the test's own thread, where nothing is hostile: no second thread has to start. */
export const directReader: Pick<PageReader, 'read' | 'readList'> = {
  read: readPage,
  readList: async (page, address, number) => readListPage(page, address, number),
};
