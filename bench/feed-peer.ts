/**
 * The peer of the feed: the least program that reads the first page of the database named by DATABASE_URL and sends it.
 * Node's own HTTP server, one prepared statement through `pg`, JSON.stringify, and nothing else.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const FIRST_PAGE = {
  name: 'first-page',
  text: `SELECT id, channel_id AS "channelId", title, summary, source, published_at AS "publishedAt", cover
    FROM articles WHERE state = 'published' ORDER BY sort_at DESC, id DESC LIMIT 20`,
};

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = createServer(async (_request, response) => {
  const { rows } = await pool.query(FIRST_PAGE);
  const body = Buffer.from(JSON.stringify({ items: rows, nextCursor: null }));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  };
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`listening at http://127.0.0.1:${port}\n`);
});
