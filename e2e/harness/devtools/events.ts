/** The DevTools events the stand-in listens to, as far as it reads them. */
export interface DevToolsEvents {
  readonly "Fetch.requestPaused": {
    readonly requestId: string;
    readonly request: {
      readonly url: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
    };
    readonly frameId: string;
    readonly resourceType: string;
    readonly redirectedRequestId?: string;
  };
  readonly "Inspector.targetCrashed": object;
  readonly "Page.frameNavigated": { readonly frame: Frame };
  readonly "Page.frameRequestedNavigation": {
    readonly frameId: string;
    readonly url: string;
    readonly disposition: string;
  };
  readonly "Page.lifecycleEvent": {
    readonly frameId: string;
    readonly loaderId: string;
    readonly name: string;
  };
  readonly "Page.navigatedWithinDocument": { readonly frameId: string; readonly url: string };
  readonly "Page.windowOpen": { readonly url: string };
  readonly "Runtime.bindingCalled": {
    readonly name: string;
    readonly payload: string;
    readonly executionContextId: number;
  };
  readonly "Runtime.executionContextCreated": { readonly context: ExecutionContext };
  readonly "Runtime.executionContextDestroyed": { readonly executionContextId: number };
  readonly "Runtime.executionContextsCleared": object;
  readonly "Target.targetCreated": {
    readonly targetInfo: { readonly targetId: string; readonly type: string; readonly openerId?: string };
  };
  readonly "Target.targetCrashed": { readonly targetId: string; readonly status: string };
  readonly "Target.targetDestroyed": { readonly targetId: string };
}

export interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly loaderId: string;
  readonly url: string;
}

export interface ExecutionContext {
  readonly id: number;
  readonly uniqueId: string;
  readonly name: string;
  readonly auxData?: { readonly frameId?: string };
}
