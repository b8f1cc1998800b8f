import { Injectable, OnModuleInit } from '@nestjs/common';
import { AfterInsert, Entity, PrimaryGeneratedColumn, Column, Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';

@Entity()
export class Zone {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  code: string;
}

@Injectable()
export class ZoneService {
  constructor(@InjectRepository(Zone) private zones: Repository<Zone>) {}

  async initZones() {
    for (const code of ['north', 'south']) {
      await this.ensureZone(code);
    }
  }

  // Nothing but the start of the process comes here.
  private async ensureZone(code: string) {
    const zone = await this.zones.findOne({ where: { code } });
    if (!zone) {
      await this.zones.save({ code }); // expect: SL301 note
    }
  }

  async prepare() {
    await this.rootZone();
  }

  async list() {
    return [await this.rootZone(), ...(await this.zones.find())];
  }

  // Every list comes here as well.
  private async rootZone() {
    const zone = await this.zones.findOne({ where: { code: 'root' } });
    if (zone) return zone;
    return this.zones.save({ code: 'root' }); // expect: SL301 error
  }
}

@Injectable()
export class StartService implements OnModuleInit {
  constructor(private zones: ZoneService) {}

  async onModuleInit() {
    await this.zones.initZones();
    await this.zones.prepare();
  }
}

// The zone was just made, and nobody else knows its number yet.
export class ZoneSubscriber {
  constructor(private zones: ZoneService, private signs: Repository<Sign>) {}

  @AfterInsert
  async onMade(zone: Zone) {
    const sign = await this.signs.findOne({ where: { zoneId: zone.id } });
    if (!sign) await this.signs.save({ zoneId: zone.id }); // expect: SL301 note
  }

  async onSeen(zone: Zone) {
    const sign = await this.signs.findOne({ where: { zoneId: zone.id } });
    if (!sign) await this.signs.save({ zoneId: zone.id }); // expect: SL301 error
  }
}

@Entity()
export class Sign {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  zoneId: number;
}
