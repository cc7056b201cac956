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

/** All keys. The list takes the focus, so that arrow keys scroll it where the window is low. */
export function ShortcutsDialog() {
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{shellStrings.shortcuts}</DialogTitle>
          <DialogContent tabIndex={0}>
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
