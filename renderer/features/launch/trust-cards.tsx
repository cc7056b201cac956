import type { Words } from "../../app/words.ts";
import { launchStrings } from "../../strings/launch.ts";
import { ChoiceCard } from "./choice-card.tsx";
import type { Trust } from "./launch-form.ts";

interface TrustCardsProps {
  readonly value: Trust;
  readonly onChange: (trust: Trust) => void;
  readonly words: Words;
}

/** The question the choice of isolation comes down to. Nobody has to answer it. */
export function TrustCards({ value, onChange, words }: TrustCardsProps) {
  const own = words.pid === "Id" ? words.isolation.hyperv : `a ${words.vm}`;
  return (
    <fieldset className="cards two">
      <legend>{launchStrings.trust}</legend>
      <ChoiceCard
        group="trust"
        value="trusted"
        checked={value === "trusted"}
        onChoose={() => onChange("trusted")}
        title={launchStrings.trusted}
        note={launchStrings.trustedMeans}
      />
      <ChoiceCard
        group="trust"
        value="untrusted"
        checked={value === "untrusted"}
        onChoose={() => onChange("untrusted")}
        title={launchStrings.untrusted}
        note={launchStrings.untrustedMeans(own)}
      />
    </fieldset>
  );
}
