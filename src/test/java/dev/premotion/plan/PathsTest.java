package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What datastore paths say of datastores and folders. */
class PathsTest {

    @ParameterizedTest
    @CsvSource({
        "[ds1] web/web.vmx,         ds1, '[ds1] web',    '[ds1] web/web.vmx'",
        "[ds1] web.old/web.vmx,     ds1, '[ds1] web.old', '[ds1] web.old/web.vmx'",
        "[ds1] a/b/web.vmdk,        ds1, '[ds1] a/b',    '[ds1] a/b/web.vmdk'",
        "[ds1] web.vmx,             ds1, '[ds1] ',       '[ds1] web.vmx'",
        "[ds1] web/,                ds1, '[ds1] web',    '[ds1] web'",
        "[ds1] web,                 ds1, '[ds1] ',       '[ds1] web'",
        "[ds1] web.old,             ds1, '[ds1] ',       '[ds1] web.old'",
        "[ds1] web/snapshots,       ds1, '[ds1] web',    '[ds1] web/snapshots'",
        "[ds1]web/web.vmx,          ds1, '[ds1] web',    '[ds1] web/web.vmx'",
        "[ds1],                     ds1, '[ds1] ',       '[ds1] '",
        "[] x/y.vmx,                '',  '[] x',         '[] x/y.vmx'",
        "web/web.vmx,               ,    ,               ",
        "ds] web/web.vmx,           ,    ,               ",
        "[ds1 web/web.vmx,          ,    ,               ",
        ",                          ,    ,               "
    })
    void aPathNamesADatastoreAndAFolder(
            @Nullable String path, @Nullable String datastore, @Nullable String folder, @Nullable String directory) {
        assertThat(Paths.datastore(path)).isEqualTo(datastore);
        assertThat(Paths.folder(path)).as("of the file").isEqualTo(folder);
        assertThat(Paths.directory(path)).as("as a folder").isEqualTo(directory);
    }
}
