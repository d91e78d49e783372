package dev.premotion.read.rvtools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names that columns bear in exports made with {@code -DBColumnNames} (RVTools 3.11 and later): sheet and field in one
 * word. Those are known that tools which read such exports name (RVToolsMerge's mapping, two ETL scripts); the others are
 * not guessed.
 */
final class DbColumnNames {

    private static final Map<String, String> HEADERS = headers();

    private DbColumnNames() {}

    /** The header that a name stands for; the name itself where it is none of a database or not known. */
    static String header(String sheet, String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        return HEADERS.getOrDefault(sheet + " " + plain, name);
    }

    /** The names in a header that are of a database's columns but not known. */
    static List<String> unknown(String sheet, SheetRow header) {
        var unknown = new ArrayList<String>();
        var prefix = sheet.toLowerCase(Locale.ROOT);
        for (int i = 0; i < header.count(); i++) {
            var name = header.text(i);
            var plain = name.toLowerCase(Locale.ROOT);
            if (plain.length() > prefix.length()
                    && plain.startsWith(prefix)
                    && name.indexOf(' ') < 0
                    && !HEADERS.containsKey(sheet + " " + plain)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        sheet(
                headers,
                "vInfo",
                "VMName=VM|Powerstate|Template|SRMPlaceHolder=SRM Placeholder|CPUs|Memory|NICs"
                        + "|NumVirtualDisks=Disks|Resourcepool=Resource pool|Folder|Provisioned=Provisioned MiB|InUse=In Use MiB"
                        + "|FaultToleranceState=FT State|OS=OS according to the configuration file"
                        + "|OSTools=OS according to the VMware Tools|DataCenter=Datacenter|Cluster|Host|UUID=VM UUID"
                        + "|VISDKServer=VI SDK Server|VISDKServerType=VI SDK Server type|Version=HW version|GuestHostName=DNS Name"
                        + "|Gueststate=Guest state|PrimaryIPAddress=Primary IP Address|TotalDiskCapacityMiB=Total disk capacity MiB"
                        + "|VideoRamKiB=Video Ram KiB|CreateDate=Creation date|Notes=Annotation|Network1=Network #1"
                        + "|Network2=Network #2|Network3=Network #3|Network4=Network #4|Network5=Network #5|Network6=Network #6"
                        + "|Network7=Network #7|Network8=Network #8");
        sheet(
                headers,
                "vHost",
                "Name=Host|Datacenter|Cluster|ConfigStatus=Config status"
                        + "|inMaintenanceMode=in Maintenance Mode|vSANFaultDomainName=vSAN Fault Domain Name|CpuModel=CPU Model"
                        + "|CpuMhz=Speed|NumCPU=# CPU|CoresPerCPU=Cores per CPU|NumCpuCores=# Cores|OverallCpuUsage=CPU usage %"
                        + "|MemorySize=# Memory|OverallMemoryUsage=Memory usage %|vCPUs=# vCPUs|VCPUsPerCore=vCPUs per Core"
                        + "|FullName=ESX Version|Vendor|Model|VISDKServer=VI SDK Server");
        sheet(headers, "vCPU", "VMName=VM|CPUs|Sockets|CoresPerSocket=Cores p/s");
        sheet(headers, "vMemory", "VMName=VM|SizeMiB=Size MiB|Reservation");
        sheet(headers, "vDisk", "VMName=VM|Raw|Mode=Disk Mode|CapacityMiB=Capacity MiB");
        sheet(headers, "vPartition", "VMName=VM|Disk|CapacityMiB=Capacity MiB|ConsumedMiB=Consumed MiB");
        sheet(
                headers,
                "vNetwork",
                "VMName=VM|Adapter|Name=Network|Switch|Connected|MacAddress=Mac Address"
                        + "|IP4Address=IPv4 Address|Host");
        sheet(headers, "vCD", "VMName=VM|label=Device Node|Summary=Device Type|Connected");
        sheet(headers, "vUSB", "VMName=VM|Label=Device Node|Summary=Device Type|Connected|Family|Speed");
        sheet(headers, "vSnapshot", "VMName=VM");
        sheet(headers, "vCluster", "Name|NumHosts|TotalCpu|TotalMemory|VISDKServer=VI SDK Server");
        sheet(
                headers,
                "vDatastore",
                "Name|Type|Capacity=Capacity MiB|FreeSpace=Free MiB|VMs=# VMs|VMsTotal=# VMs total"
                        + "|VISDKServer=VI SDK Server");
        return headers;
    }

    private static void sheet(Map<String, String> into, String sheet, String fields) {
        for (var field : fields.split("\\|")) {
            int is = field.indexOf('=');
            var name = is < 0 ? field : field.substring(0, is);
            into.put(sheet + " " + (sheet + name).toLowerCase(Locale.ROOT), is < 0 ? field : field.substring(is + 1));
        }
    }
}
