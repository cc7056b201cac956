#pragma once

#include <string>
#include <vector>

#include "core/outcome.h"

namespace isoscope {

/// A layer is the folder `name` in `home`.
struct LayerPlace {
  std::u16string home;
  std::u16string name;
};

/// The folders of a layer's parents, nearest first, base last.
using LayerPaths = std::vector<std::u16string>;

/// Whether vmcompute.dll with its layer calls is there; loads it.
bool HasLayerCalls();

// All of them may take long, and only work where `HasLayerCalls`.

/// The GUID by which HCS knows a layer, from its folder's name; 8-4-4-4-12 in lower case.
Outcome<std::u16string> LayerId(const std::u16string& folder_name);

Outcome<Done> CreateScratchLayer(const LayerPlace& place, const LayerPaths& parents);

/// The path of the volume, with its trailing backslash. What was done of it is undone when a step fails.
Outcome<std::u16string> MountLayer(const LayerPlace& place, const LayerPaths& parents);

Outcome<Done> UnmountLayer(const LayerPlace& place);

Outcome<Done> DestroyLayer(const LayerPlace& place);

}  // namespace isoscope
