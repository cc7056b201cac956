import { ArrowImportRegular } from "@fluentui/react-icons/svg/arrow-import";
import "./drop-target.css";

interface DropTargetProps {
  readonly title: string;
  readonly hint: string;
}

/** Lies over the screen while files are held over it. Its frame is solid: dashed would mean a namespace. */
export function DropTarget({ title, hint }: DropTargetProps) {
  return (
    <div className="drop-target">
      <div className="drop-card">
        <ArrowImportRegular />
        <b>{title}</b>
        <span className="dim small">{hint}</span>
      </div>
    </div>
  );
}
