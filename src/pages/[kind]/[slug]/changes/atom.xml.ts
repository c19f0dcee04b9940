import type { APIRoute } from 'astro';
import { makeHistoryFeed } from '../../../../site/correction-feeds.ts';
import { atomFeed } from '../../../../site/feed.ts';
import { historyPaths } from '../../../../site/paths.ts';
import type { HistoryProps } from '../../../../site/paths.ts';

export const getStaticPaths = historyPaths;

export const GET: APIRoute<HistoryProps> = ({ props: { id, history } }) =>
  new Response(atomFeed(makeHistoryFeed(id, history)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
