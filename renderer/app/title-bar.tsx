import { Button } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { Mark } from "../ui/mark.tsx";
import { openLaunch } from "../ui-state/surfaces.ts";
import { EnginePicker } from "./engine-picker.tsx";
import { shellStrings } from "./strings.ts";

export function TitleBar() {
  return (
    <header className="title-bar" data-region="title" tabIndex={-1}>
      <span className="product">
        <Mark />
        {shellStrings.product}
      </span>
      <EnginePicker />
      <span className="grow" />
      <Button appearance="primary" icon={<PlayRegular />} onClick={openLaunch} title="Ctrl+N, Alt+N">
        {shellStrings.launch}
      </Button>
    </header>
  );
}
