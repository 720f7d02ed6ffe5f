/** The most pages one document may have. */
export const MOST_PAGES = 5_000;

/** The longest a document may take to read, in milliseconds. */
export const LONGEST_READ_MS = 120_000;

/** The most memory the process that reads it may hold, in bytes. */
export const MOST_MEMORY_BYTES = 1024 * 1024 * 1024;

/** What each page whose words must be recognised adds to the time a document may take, and what all of them add at most, in milliseconds. */
export const RECOGNITION_MS = { page: 3_000, document: 480_000 };
