import { FolderRegular } from "@fluentui/react-icons/svg/folder";
import { OrganizationRegular } from "@fluentui/react-icons/svg/organization";
import { PipelineRegular } from "@fluentui/react-icons/svg/pipeline";
import { PlugConnectedRegular } from "@fluentui/react-icons/svg/plug-connected";
import { UsbPlugRegular } from "@fluentui/react-icons/svg/usb-plug";
import type { ReactElement } from "react";
import type { HoleKindToAdd } from "./hole-draft.ts";

export const HOLE_ICONS: Readonly<Record<HoleKindToAdd, ReactElement>> = {
  folder: <FolderRegular />,
  pipe: <PipelineRegular />,
  port: <PlugConnectedRegular />,
  network: <OrganizationRegular />,
  device: <UsbPlugRegular />,
};
