import { Component, type ReactNode } from "react";
import { shellStrings } from "../strings/shell.ts";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failed: Error | null;
}

/** Keeps a defect in one screen from leaving a blank window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { failed: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <main className="content crash" role="alert">
        <h1>{shellStrings.crashed}</h1>
        <p>{shellStrings.crashedText}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {shellStrings.reload}
        </button>
        <pre className="mono">{failed.stack ?? failed.message}</pre>
      </main>
    );
  }
}
