import { handleRequests } from '../jobs/threads.ts';
import { updateContent } from './update.ts';

// The thread of the content loader.

handleRequests(updateContent);
