import type { RequestFailure } from "@/components/documents/request-failure";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

interface ListProblemProps {
  problem: RequestFailure;
  onAgain: () => void;
}

/** Why the list is not up to date, and the way on: another try, or the sign-in page for those whose session has ended. */
export function ListProblem({ problem, onAgain }: ListProblemProps) {
  const signedOut = problem.code === "unauthorized";
  return (
    <Alert variant="destructive">
      <AlertDescription className="flex flex-wrap items-center justify-between gap-3">
        <p>{problem.message}</p>
        <Button type="button" variant="outline" size="sm" onClick={() => (signedOut ? window.location.reload() : onAgain())}>
          {signedOut ? "Sign in" : "Try again"}
        </Button>
      </AlertDescription>
    </Alert>
  );
}
