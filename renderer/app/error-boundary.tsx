import { Component, type ReactNode } from "react";

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
        <h1>This screen failed</h1>
        <p>The containers are not affected. Reload to go on; the details help to report it.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Reload
        </button>
        <pre className="mono">{failed.stack ?? failed.message}</pre>
      </main>
    );
  }
}
