import { handleRequests } from '../jobs/threads.ts';
import type { ContentReport, UpdateRequest } from './content.ts';
import { storeCollections } from './store-collections.ts';
import { updateContent } from './update.ts';

// The thread of the content loader. It hands back what is told: the content of a large site is not handed from thread to thread.

handleRequests<UpdateRequest, ContentReport>(async (request, onProgress) => {
  const content = await updateContent(request, onProgress);
  const { changed, errors, warnings, notes } = content;
  // A build with errors ends here; where the site is served, what is broken stays as it was.
  if (request.serving || errors.count === 0) storeCollections(content, request);
  return { changed, errors, warnings, notes };
});
