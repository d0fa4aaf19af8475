#!/usr/bin/env node
// Installers link this file, which is there before the package is built.
import "../dist/bin.js";
