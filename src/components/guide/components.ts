import type { ComponentName } from '../../lib/guide/guide.ts';
import Aside from './Aside.astro';
import BundleDownload from './BundleDownload.astro';
import CommandBlock from './CommandBlock.astro';
import Correction from './Correction.astro';
import Figure from './Figure.astro';
import Note from './Note.astro';
import ReadingList from './ReadingList.astro';
import StaticBlock from './StaticBlock.astro';
import Table from './Table.astro';
import Value from './Value.astro';

/** The component behind each name that a body may call. */
export const components = {
  Aside,
  BundleDownload,
  CommandBlock,
  Correction,
  Figure,
  Note,
  ReadingList,
  StaticBlock,
  Table,
  Value,
} as unknown as Readonly<Record<ComponentName, (props: Record<string, unknown>) => unknown>>;
