import { answerWith } from './threads.ts';
import { updateContent } from './update.ts';

// The thread of the content loader.

answerWith(updateContent);
