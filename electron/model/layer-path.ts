/** Whether an image is named by its folder of layers (`C:\layers\app`): no reference begins with a drive or a share. */
export const isLayerPath = (image: string): boolean => /^([a-z]:[\\/]|\\\\)/i.test(image);
