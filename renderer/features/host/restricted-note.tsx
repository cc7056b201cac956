import { Shield16Regular } from "@fluentui/react-icons/svg/shield";
import { restricted } from "../../strings/host.ts";

interface RestrictedNoteProps {
  readonly unreadable: number;
  readonly all: number;
}

/** That some values are blank because of rights, and that the rest holds. */
export function RestrictedNote({ unreadable, all }: RestrictedNoteProps) {
  return (
    <p className="host-note">
      <Shield16Regular />
      {restricted(unreadable, all)}
    </p>
  );
}
