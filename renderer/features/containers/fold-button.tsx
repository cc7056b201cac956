import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { containersStrings } from "../../strings/containers.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";

/** Folds the kernel map away and brings it back, as M does. */
export function FoldButton() {
  const folded = usePreferences((preferences) => preferences.mapFolded);
  const fold = folded ? containersStrings.unfoldMap : containersStrings.foldMap;
  return (
    <Button
      appearance="subtle"
      icon={folded ? <ChevronDownRegular /> : <ChevronUpRegular />}
      aria-label={fold}
      aria-expanded={!folded}
      title={`${fold} (M)`}
      onClick={() => setPreferences({ mapFolded: !folded })}
    />
  );
}
