import type { Container } from "../../../electron/contract/container.ts";

/** What every tab of the details drawer is given. A tab is loaded when it is first opened. */
export interface TabProps {
  readonly container: Container;
}
