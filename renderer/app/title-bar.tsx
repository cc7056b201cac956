import { Button } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { shellStrings } from "../strings/shell.ts";
import { Mark } from "../ui/mark.tsx";
import { openLaunch, openPalette } from "../ui-state/surfaces.ts";
import { EnginePicker } from "./engine-picker.tsx";
import { RecordingSlot } from "./recording-slot.tsx";

export function TitleBar() {
  return (
    <header className="title-bar" data-region="title" tabIndex={-1}>
      <div className="title-side">
        <span className="product">
          <Mark />
          {shellStrings.product}
        </span>
        <EnginePicker />
      </div>
      <button type="button" className="palette-field" onClick={openPalette}>
        <SearchRegular />
        <span className="ellipsis">{shellStrings.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="title-side end">
        <RecordingSlot />
        <Button
          appearance="primary"
          icon={<PlayRegular />}
          onClick={openLaunch}
          title={shellStrings.launchKeys}
        >
          {shellStrings.launch}
        </Button>
      </div>
    </header>
  );
}
