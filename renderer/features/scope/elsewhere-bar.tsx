import { Button } from "@fluentui/react-components";
import type { Container } from "../../../electron/contract/container.ts";
import { openScope } from "../../app/router.ts";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource } from "../../engine/resources.ts";
import { scopeStrings } from "../../strings/scope.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";

/** A row of another engine for the same container: engines that see the same thing give it the same id. */
export function toldElsewhere(key: string, all: Iterable<Container>): Container | null {
  const [engine, id] = key.split("/", 2);
  for (const other of all) {
    const [otherEngine, otherId] = other.key.split("/", 2);
    if (otherId === id && otherEngine !== engine) return other;
  }
  return null;
}

interface ElsewhereBarProps {
  readonly containerKey: string;
  /** Its own engine does not tell of it now. */
  readonly lost: boolean;
}

/** The way to the same container as another engine sees it, once its own engine has lost it. */
export function ElsewhereBar({ containerKey, lost }: ElsewhereBarProps) {
  const containers = useLive(containersResource).rows;
  const engines = useLive(enginesResource).rows;
  const other = lost ? toldElsewhere(containerKey, containers.values()) : null;
  if (!other) return null;
  const title = (id: string) => engines.get(id)?.title ?? id;
  const otherTitle = title(other.engine);
  return (
    <TroubleBar
      intent="warning"
      title={scopeStrings.toldElsewhere(title(containerKey.split("/", 1)[0] ?? ""), otherTitle)}
      actions={
        <Button size="small" onClick={() => openScope(other.key)}>
          {scopeStrings.openElsewhere(otherTitle)}
        </Button>
      }
    >
      {null}
    </TroubleBar>
  );
}
