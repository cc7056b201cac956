import type { Advice, AdvisedHost, AdvisedImage } from "./advice.ts";
import { advise } from "./advise.ts";
import { assumedHost, assumedImage } from "./assumed.ts";

/** For tests: the advice on a host and image of which only this is given. */
export function ask(host: Partial<AdvisedHost>, image: Partial<AdvisedImage>): Advice {
  const asked = assumedHost(host);
  return advise(asked, assumedImage(image, asked));
}
