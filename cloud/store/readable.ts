/** Which articles readers may find, as a condition on the row `articles`. The one place that says it for search and feeds. */
export const IS_READABLE = 'TRUE';
