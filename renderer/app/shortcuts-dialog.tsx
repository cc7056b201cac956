import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { shellStrings, shortcutGroups } from "../strings/shell.ts";
import { closeSurface } from "../ui-state/surfaces.ts";

export function ShortcutsDialog() {
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{shellStrings.shortcuts}</DialogTitle>
          <DialogContent>
            {shortcutGroups.map((group) => (
              <section key={group.where}>
                <h3 className="shortcut-group">{group.where}</h3>
                <dl className="shortcuts">
                  {group.list.map((shortcut) => (
                    <div key={shortcut.does}>
                      <dt>
                        {shortcut.keys.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </dt>
                      <dd>{shortcut.does}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={closeSurface}>{shellStrings.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
