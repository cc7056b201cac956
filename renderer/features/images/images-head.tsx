import { Button } from "@fluentui/react-components";
import { ArrowImportRegular } from "@fluentui/react-icons/svg/arrow-import";
import { useRef } from "react";
import type { Capability } from "../../../electron/contract/engine.ts";
import { imageCount, imagesStrings } from "../../strings/images.ts";
import { FilterField } from "../../ui/filter-field.tsx";
import { setImagesView, useImagesView } from "./images-view.ts";

const ARCHIVES = ".tar,.tgz,.gz,application/x-tar,application/gzip";

interface ImagesHeadProps {
  /** Null while nobody knows yet: unknown is not 0. */
  readonly count: { readonly used: number | null; readonly all: number } | null;
  readonly canImport: Capability;
  readonly onFiles: (files: readonly File[]) => void;
}

export function ImagesHead({ count, canImport, onFiles }: ImagesHeadProps) {
  const text = useImagesView((view) => view.text);
  return (
    <div className="page-head">
      <h1>{imagesStrings.title}</h1>
      <span className="dim">{count && imageCount(count.used, count.all)}</span>
      <span className="grow" />
      <FilterField
        label={imagesStrings.filterLabel}
        placeholder={imagesStrings.filterPlaceholder}
        text={text}
        onText={(next) => setImagesView({ text: next })}
      />
      <ImportButton canImport={canImport} onFiles={onFiles} />
    </div>
  );
}

type ImportButtonProps = Pick<ImagesHeadProps, "canImport" | "onFiles"> & {
  /** In the middle of an empty screen. */
  readonly primary?: boolean;
};

/** Opens the system's choice of files. */
export function ImportButton({ canImport, onFiles, primary = false }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        {...(primary ? { appearance: "primary" as const } : { className: "head-button" })}
        icon={<ArrowImportRegular />}
        disabledFocusable={!canImport.can}
        title={canImport.can ? imagesStrings.importTitle : canImport.reason}
        onClick={() => input.current?.click()}
      >
        {imagesStrings.import}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ARCHIVES}
        aria-label={imagesStrings.importTitle}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}
