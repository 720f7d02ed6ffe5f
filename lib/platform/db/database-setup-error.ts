/** Thrown when the database cannot be prepared; the message is for the person at the terminal and says what to do next. */
export class DatabaseSetupError extends Error {
  override readonly name = "DatabaseSetupError";
}
