#pragma once
#include <memory>
#include <vector>

#include "world/system.h"

/** The two containers of the product's table. Their processes get the table's PIDs and figures in this process's eyes. */
std::vector<std::shared_ptr<System>> MakeSeed();
