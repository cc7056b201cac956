import { useFocusFinders } from "@fluentui/react-components";

/**
 * Keeps Fluent's focus manager for as long as the app runs. It ends with the last component that uses it, and when that is
 * a dialog, it leaves the page behind marked as hidden from screen readers.
 */
export function ModalLayer() {
  useFocusFinders();
  return null;
}
