import { Alert, AlertDescription } from "@/components/ui/alert";

/** Why a form did not go through; read out when it appears. */
export function FormError({ children }: { children: string }) {
  return (
    <Alert variant="destructive">
      <AlertDescription>{children}</AlertDescription>
    </Alert>
  );
}
