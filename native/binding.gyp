# The node-gyp description, for those who build with it; on Windows the only one. `sources.json` lists files and defines
# once, for this file and for scripts/build-addon*.mjs. On Windows node-gyp delays the import of Node-API and links a hook
# of its own (`win_delay_load_hook`, on by default), so src/node/windows_delay_load.cc is not in the list.
{
  'targets': [
    {
      'target_name': 'isoscope',
      'sources': [
        '<!@(node -p "require(\'./sources.json\').common.join(\' \')")',
      ],
      'include_dirs': [
        'src',
        '<!(node -p "require(\'node-addon-api\').include_dir")',
      ],
      'defines': [
        '<!@(node -p "require(\'./sources.json\').defines.join(\' \')")',
      ],
      'cflags_cc!': ['-fno-exceptions', '-fno-rtti', '-std=gnu++17', '-std=gnu++20'],
      'cflags_cc': ['-std=c++20', '-fexceptions', '-fvisibility=hidden', '-Wall', '-Wextra'],
      'conditions': [
        ['OS=="linux"', {
          'sources': [
            '<!@(node -p "require(\'./sources.json\').linux.join(\' \')")',
          ],
        }],
        ['OS=="win"', {
          'sources': [
            '<!@(node -p "require(\'./sources.json\').win32.join(\' \')")',
          ],
          'defines': [
            '<!@(node -p "require(\'./sources.json\').win32Defines.join(\' \')")',
          ],
          'msvs_settings': {
            'VCCLCompilerTool': {
              'ExceptionHandling': 1,
              'WarningLevel': 4,
              'AdditionalOptions': ['/std:c++20', '/utf-8', '/Zc:__cplusplus'],
            },
          },
        }],
      ],
    },
  ],
}
